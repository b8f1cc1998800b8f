/// Bytes that are made when they are first asked for.
struct LazyBytes: Sendable {
  private let cell = LazyCell<[UInt8]>()
  private let make: @Sendable () -> [UInt8]

  init(_ make: @escaping @Sendable () -> [UInt8]) { self.make = make }

  var value: [UInt8] { cell.value(make) }
}
