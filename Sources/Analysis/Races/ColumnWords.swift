/// The names of columns, as code and SQL have them.
enum ColumnWords {
  /// A name made alike for comparison: `user_id` and `userId` are one.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
