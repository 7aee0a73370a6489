package import Diagnostics

/// The place of a declaration, from the compiler's own literals.
package func place(_ file: StaticString, _ line: UInt) -> SourcePlace {
  SourcePlace(file: "\(file)", line: Int(line))
}
