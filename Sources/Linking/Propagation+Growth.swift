import Basis
import IR

// Files that come later. What comes is numbered as it comes, so that what is known stands where it
// is and only what the new files can change is looked at again; `Settling` gives the numbers that
// do not tell when a file was read.

extension Propagation {
  /// Takes in further modules and queues what they can change.
  mutating func add(_ added: consuming [(file: Int, module: Module)]) {
    let first = functions.count
    let addedFiles = added.map(\.file)
    // Taken out one by one, so that nobody else holds a module while it is renumbered.
    var left = added
    left.sort { $0.file > $1.file }
    while var next = left.popLast() {
      next.module.rename(by: symbols.intern(allOf: next.module.symbols))
      layOut(next.module, file: next.file)
    }
    let new = (first..<functions.count).map { ID<ProgramFunction>($0) }
    for id in new where functions[id].function == Module.body { enqueue(id) }
    for id in new { enqueue(id) }
    for file in addedFiles { forgetUnread(file) }
  }

  private mutating func layOut(_ module: Module, file: Int) {
    let id = modules.append(module)
    files.append(file)
    moduleOfFile[file] = id
    imports.append([:])
    let folder = Path.folder(of: normalizedPaths[file])
    folders.append(folderNumbers[folder] ?? folderNumbers.count)
    folderNumbers[folder] = folders[id.index]
    functionBase.append(functions.count)
    classBase.append(classes.count)
    for function in module.functions.ids { layOut(function, of: module, id) }
    for type in module.classes.ids { classes.append(ProgramClass(module: id, type: type)) }
    var byName: [Symbol: ID<Place>] = [:]
    let body = module.functions[Module.body]
    for place in body.places.ids where body.places[place].kind == .local {
      guard let name = body.places[place].name, byName[name] == nil else { continue }
      byName[name] = place
    }
    moduleNames.append(byName)
  }

  /// Makes the nodes of a function, its places and then what it returns, and its steps.
  private mutating func layOut(_ function: ID<Function>, of module: Module, _ id: ID<Module>) {
    let number = functions.append(ProgramFunction(module: id, function: function))
    let places = module.functions[function].places.count
    let steps = module.functions[function].operations
    placeBase.append(values.count)
    placeCounts.append(places)
    addNodes(places + 1)
    operations.append(steps)
    targets.append(Array(repeating: -1, count: steps.count))
    stepBase.append(stepFunctions.count)
    stepFunctions.append(contentsOf: repeatElement(number, count: steps.count + 2))
  }

  /// A file was read: what spoke of it is looked at again, and nothing holds it as unread.
  private mutating func forgetUnread(_ file: Int) {
    for speaker in (unreadSpeakers.removeValue(forKey: file) ?? []).sorted() { enqueue(speaker) }
    for caller in unreadCallers.removeValue(forKey: file) ?? [] {
      unreadCallees[caller]?.remove(file)
      if unreadCallees[caller]?.isEmpty == true { unreadCallees[caller] = nil }
    }
    for node in unreadHolders.removeValue(forKey: file) ?? [] {
      values[node].remove(.unread(ID(file)))
    }
    unread.imported[file] = nil
    unread.given.remove(file)
  }
}
