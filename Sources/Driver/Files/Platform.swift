#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Calls of the C library whose names are also methods of ours.

/// `open` of a file that is there.
func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
  unsafe open(path, flags)
}

/// `open` of a file that is to be made.
func systemCreate(_ path: UnsafePointer<CChar>, _ flags: Int32, mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

/// `read`: how many bytes came, 0 at the end, or -1.
func systemRead(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}

/// `write`: how many bytes went, or -1.
func systemWrite(_ descriptor: Int32, _ start: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}

/// The user's own folder, if the environment says it.
func homeFolder() -> FilePath? {
  guard let text = unsafe getenv("HOME") else { return nil }
  return unsafe FilePath(String(cString: text))
}
