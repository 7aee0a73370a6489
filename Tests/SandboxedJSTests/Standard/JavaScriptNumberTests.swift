import JavaScriptEngines
import SandboxedJS
import TestSupport
import Testing

@Suite struct JavaScriptNumberTests {
  static let texts: [(value: Double, text: String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (-1.5, "-1.5"),
    (1.2345678901234568e20, "123456789012345680000"), (1e21, "1e+21"), (1.5e21, "1.5e+21"),
    (9.999999999999999e20, "999999999999999900000"), (0.000001, "0.000001"),
    (0.0000012, "0.0000012"), (1e-7, "1e-7"), (1.25e-7, "1.25e-7"), (-1e-7, "-1e-7"),
    (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    (9007199254740991, "9007199254740991"), (9007199254740992, "9007199254740992"),
    (9007199254740994, "9007199254740994"), (1e15, "1000000000000000"),
    (1234567890123456.8, "1234567890123456.8"), (0.001, "0.001"), (0.00012, "0.00012"),
    (123456.789, "123456.789"), (0.1 + 0.2, "0.30000000000000004"), (4.35, "4.35"),
    (2.2250738585072014e-308, "2.2250738585072014e-308"), (100, "100"),
    (1e20, "100000000000000000000"),
    (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"), (-1e21, "-1e+21"),
  ]

  @Test(arguments: texts) func textIsTheShortestInItsForm(value: Double, text: String) {
    #expect(JavaScriptNumber.text(value) == text)
  }

  static let radixTexts: [(value: Double, radix: Int, text: String)] = [
    (255, 16, "ff"), (-255, 16, "-ff"), (255, 2, "11111111"), (35, 36, "z"), (0.5, 2, "0.1"),
    (0.1, 16, "0.1999999999999a"), (1e21, 16, "3635c9adc5dea00000"), (-0.0, 2, "0"),
    (.nan, 2, "NaN"),
    (3.14, 10, "3.14"), (3.14, 37, "3.14"), (3.14, 1, "3.14"),
    (0.1, 3, "0.0022002200220022002200220022002201"),
    (2.5, 36, "2.i"), (.infinity, 36, "Infinity"),
  ]

  @Test(arguments: radixTexts)
  func textInAnotherRadixIsTheEngines(value: Double, radix: Int, text: String) {
    #expect(JavaScriptNumber.text(value, radix: radix) == text)
  }

  static let values: [(text: String, value: Double)] = [
    ("", 0), ("  ", 0), ("\u{FEFF}\u{A0}\u{2028}\t\n12\u{3000}", 12), ("12", 12), ("-12", -12),
    ("+12", 12), ("1.5", 1.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-3", 0.001),
    ("1e+3", 1000),
    ("-0", -0.0), ("0x1F", 31), ("0XfF", 255), ("0o17", 15), ("0B101", 5), ("Infinity", .infinity),
    ("-Infinity", -.infinity), ("+Infinity", .infinity), ("1e1000", .infinity), ("1e-1000", 0),
    ("007", 7), ("0.1e1", 1), ("9007199254740993", 9007199254740992),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("0x20000000000001", 9007199254740992),
    ("0x20000000000003", 9007199254740996), ("0x200000000000010000001", 2.4178516392292589e24),
  ]

  @Test(arguments: values) func textsAreReadAsNumberReadsThem(text: String, value: Double) {
    let read = JavaScriptNumber.value(text)
    #expect(read == value)
    #expect(read.sign == value.sign)
  }

  @Test(arguments: [
    "a", "1a", "1 2", ".", "-", "+", "e5", "1e", "1e+", "0x", "0xg", "-0x1", "0b2", "0o8", "1_000",
    "infinity", "inf", "nan", "NaN", "1,5", "--1", "1.2.3", "0x1p3", "Infinityx", "\u{180E}1", "１",
    "1n", "0 x1",
  ]) func otherTextsAreNotANumber(text: String) {
    #expect(JavaScriptNumber.value(text).isNaN)
  }

  @Test func longDigitsEndInAnAnswer() {
    let digits = String(repeating: "9", count: 100_000)
    #expect(JavaScriptNumber.value(digits) == .infinity)
    #expect(JavaScriptNumber.value("0." + digits) == 1)
    #expect(JavaScriptNumber.value("0x" + digits) == .infinity)
    #expect(JavaScriptNumber.value("1e" + digits) == .infinity)
    #expect(JavaScriptNumber.value("1e-" + digits) == 0)
  }

  static let integers: [(value: Double, integer: Int32)] = [
    (0, 0), (-0.0, 0), (1.9, 1), (-1.9, -1), (2147483647, 2147483647), (2147483648, -2147483648),
    (4294967295, -1), (4294967296, 0), (4294967301, 5), (-2147483649, 2147483647),
    (1e21, -559939584),
    (.nan, 0), (.infinity, 0), (-.infinity, 0), (1e300, 0), (-4294967297.5, -1),
  ]

  @Test(arguments: integers) func bitsAreTheLowerThirtyTwo(value: Double, integer: Int32) {
    #expect(JavaScriptNumber.int32(value) == integer)
    #expect(JavaScriptNumber.uint32(value) == UInt32(bitPattern: integer))
  }

  @Test func everyTextReadsBackAsItsNumber() {
    var numbers = SeededGenerator(seed: 4)
    for _ in 0..<5_000 {
      let value = Self.double(&numbers)
      #expect(JavaScriptNumber.value(JavaScriptNumber.text(value)) == value)
    }
  }

  struct Printed: Codable, Equatable {
    var decimal, binary, third, largest: String
    var bits: Int32
  }

  @Test(.enabled(if: Node.isInstalled, "node is not on PATH"))
  func generatedNumbersPrintAsAnEnginePrintsThem() throws {
    var numbers = SeededGenerator(seed: 3)
    let values =
      (0..<6_000).map { _ in Self.double(&numbers) } + Self.texts.map(\.value).filter(\.isFinite)
    // As pairs of 32 bits, for JSON could change a number on the way.
    let halves = values.map {
      [UInt32($0.bitPattern >> 32), UInt32(truncatingIfNeeded: $0.bitPattern)]
    }
    let expected = try Node.map(
      halves, to: Printed.self,
      with: """
        const view = new DataView(new ArrayBuffer(8));
        view.setUint32(0, input[0]); view.setUint32(4, input[1]);
        const value = view.getFloat64(0);
        return { decimal: String(value), binary: value.toString(2), third: value.toString(3),
          largest: value.toString(36), bits: value | 0 };
        """)
    for (value, expected) in zip(values, expected) {
      let printed = Printed(
        decimal: JavaScriptNumber.text(value), binary: JavaScriptNumber.text(value, radix: 2),
        third: JavaScriptNumber.text(value, radix: 3),
        largest: JavaScriptNumber.text(value, radix: 36), bits: JavaScriptNumber.int32(value))
      #expect(printed == expected, "\(value)")
    }
  }

  @Test(.enabled(if: Node.isInstalled, "node is not on PATH"))
  func generatedTextsAreReadAsAnEngineReadsThem() throws {
    let pieces = [
      "0", "1", "9", "12", "007", ".", "e", "E", "+", "-", "0x", "0b", "0o", "f", " ", "\n",
      "\u{A0}",
      "Infinity", "999999999999999999", "308", "e-3", "_", "5",
    ]
    var numbers = SeededGenerator(seed: 5)
    let texts = (0..<6_000).map { _ in
      (0..<Int.random(in: 0...6, using: &numbers))
        .map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
    let expected = try Node.map(texts, to: String.self, with: "return String(Number(input))")
    for (text, expected) in zip(texts, expected) {
      #expect(JavaScriptNumber.text(JavaScriptNumber.value(text)) == expected, "'\(text)'")
    }
  }

  /// Any bits, integers, and short decimals: each kind has its own way to go wrong.
  private static func double(_ numbers: inout SeededGenerator) -> Double {
    let bits = numbers.next()
    switch bits % 4 {
    case 0:
      let value = Double(bitPattern: numbers.next())
      return value.isFinite ? value : 0
    case 1: return Double(Int64(bitPattern: numbers.next()) >> Int64(bits >> 4 & 63))
    case 2: return Double(Int32(truncatingIfNeeded: numbers.next())) / 1000
    default: return Double(sign: .plus, exponent: Int(bits >> 8 % 160) % 80 - 40, significand: 1.1)
    }
  }
}
