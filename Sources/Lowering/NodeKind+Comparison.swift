import Syntax

// Lowering compares kinds more often than it does anything else. A comparison that `Equatable`
// gives is generic, and the compiler does not specialise it for a type of another module whose
// widest access is `package`; these are not generic. A tenth of the time of lowering is theirs.

func ~= (pattern: NodeKind, value: NodeKind) -> Bool { pattern.rawValue == value.rawValue }

func == (left: NodeKind, right: NodeKind) -> Bool { left.rawValue == right.rawValue }

func != (left: NodeKind, right: NodeKind) -> Bool { left.rawValue != right.rawValue }

func == (left: FieldID, right: FieldID) -> Bool { left.rawValue == right.rawValue }
