import Basis
import IR
import Syntax

extension PythonLowering {
  /// `import a.b` binds `a`; `import a.b as c` binds the module itself.
  func importStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for item in node.namedChildren {
      if let alias = item[Field.alias], let module = item[Field.name] {
        importName(module: symbol(module, &builder), member: nil, as: alias, item, &builder)
      } else if item.kind == Node.dottedName, let first = item.firstOperand {
        importName(module: symbol(first, &builder), member: nil, as: first, item, &builder)
        importRest(of: item, behind: first, &builder)
      }
    }
  }

  /// `import a.b` also loads `a.b`, which linking has to know although no name is bound to it.
  private func importRest(
    of item: SyntaxNode, behind first: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    guard item.range.end > first.range.end else { return }
    let module = Import(module: symbol(item, &builder), member: nil)
    builder.value(at: item.range) { .importModule(module, into: $0) }
  }

  /// `from m import a as b, c`, `from . import x`, `from m import *`.
  func importFromStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let from = node[Field.moduleName] else {
      opaque(node, &builder)
      return
    }
    let module = symbol(from, &builder)
    for item in node.namedChildren {
      if item.kind == Node.wildcardImport {
        builder.module.exports.append(Export(name: nil, source: .everything(module)))
        let everything = Import(module: module, member: words[.star])
        builder.value(at: node.range) { .importModule(everything, into: $0) }
      } else if item.field == Field.name {
        let name = item[Field.name] ?? item
        let member = symbol(name, &builder)
        importName(
          module: module, member: member, as: item[Field.alias] ?? name, item, &builder)
      }
    }
  }

  private func importName(
    module: Symbol, member: Symbol?, as alias: SyntaxNode, _ item: SyntaxNode,
    _ builder: inout FunctionBuilder
  ) {
    let target = alias.kind == Node.dottedName ? alias.firstOperand ?? alias : alias
    let place = place(ofTarget: target, &builder)
    let imported = Import(module: module, member: member)
    builder.emit(.importModule(imported, into: place), at: item.range)
  }
}
