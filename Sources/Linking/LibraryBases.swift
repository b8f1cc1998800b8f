import Basis
import IR

/// Finds which types of libraries the classes of a program extend, themselves or through others.
struct LibraryBases {
  let modules: Table<Module>
  let classes: Table<ProgramClass>
  let layout: ProgramLayout
  let values: ValueLists
  let catalog: LibraryCatalog
  let names: NameTable

  /// By class, each by the name that models use for it.
  func all() -> [[ID<Name>]] { classes.ids.map(bases) }

  private func bases(of id: ID<ProgramClass>) -> [ID<Name>] {
    var result: [ID<Name>] = []
    var seen: Set<ID<ProgramClass>> = []
    var pending = [id]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      let module = classes[next].module
      let type = modules[module].classes[classes[next].type]
      let function = layout.functionBase[module.index] + type.parent.index
      for base in type.bases {
        for value in values[layout.placeBase[function] + base.index] {
          switch value {
          case .external(let name): result.append(canonicalType(name))
          case .classObject(let base): pending.append(base)
          case .instance, .function, .object, .module, .aggregate, .unread: continue
          }
        }
      }
    }
    return result
  }

  /// A type by the name that models use for it, where the program came across that.
  private func canonicalType(_ name: ID<Name>) -> ID<Name> {
    catalog.constructors[names.text(of: name)].flatMap(names.lookup) ?? name
  }
}
