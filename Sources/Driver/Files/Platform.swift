#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Calls of the C library whose names are also methods of ours.

func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
  unsafe open(path, flags)
}

func systemCreate(_ path: UnsafePointer<CChar>, _ flags: Int32, mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

func systemRead(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}

func systemWrite(_ descriptor: Int32, _ start: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}
