/// The names that the machine itself looks for, so that a method is found by number and not by text.
enum WellKnownName: UInt8, CaseIterable {
  case none
  case length
  // What `typeof` says.
  case undefined, object, boolean, number, string, function
  // Methods of arrays.
  case concat, every, filter, forEach, indexOf, join, lastIndexOf, map, pop, push, reduce
  case reduceRight, reverse, shift, slice, some, sort, splice, toString, unshift
  case hasOwnProperty
  // Further methods of strings.
  case charAt, match, replace, search, split, substring, toLowerCase, toLocaleLowerCase
  case toUpperCase, toLocaleUpperCase, trim
  // Methods of promises.
  case then, `catch`, finally

  /// The texts, by raw value.
  static let texts: [String] = allCases.map { $0 == .none ? "" : "\($0)" }

  var text: String { Self.texts[Int(rawValue)] }
}
