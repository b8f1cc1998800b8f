/// A shape without its decoder: what the editors' schema is printed from.
package struct ShapeDescription: Sendable {
  package struct KeyDescription: Sendable {
    package var name: String
    package var note: String
    package var form: ValueForm
    package var isRequired: Bool
  }

  package var name: String
  package var note: String
  package var keys: [KeyDescription]
  package var multiplier: String?
}

extension Shape {
  package var description: ShapeDescription {
    ShapeDescription(
      name: name, note: note,
      keys: keys.map {
        .init(name: $0.name, note: $0.note, form: $0.form, isRequired: $0.isRequired)
      },
      multiplier: multiplier?.key)
  }
}

/// Every shape that a rule file can contain, those of whole files first.
package let allShapes: [ShapeDescription] = [
  LibraryModel.shape.description, Rule.shape.description, TypeSpec.shape.description,
  ResourceSpec.shape.description, AcquirePattern.shape.description,
  ReleasePattern.shape.description, ResourceSpec.handOff.description,
  CallbackShape.shape.description, CallPattern.shape.description,
  ArgumentCondition.shape.description, ValuePlace.shape.description, PoolSpec.shape.description,
  PoolSpec.acquire.description,
  PaymentSpec.shape.description, HTTPCallSpec.shape.description, PaymentHost.shape.description,
  QuerySpec.shape.description, EntityCall.shape.description, GuardSpec.shape.description,
  FileUseSpec.shape.description,
  ViolationSpec.shape.description, BehaviourSpec.shape.description, ValueWords.shape.description,
  WebhookWords.shape.description,
  Example.shape.description,
]
