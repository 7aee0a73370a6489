extension YAMLScalarReader {
  /// The ways to treat the line ends at the end of a block.
  private enum Chomping {
    case strip, clip, keep
  }

  static func block(
    _ lines: inout YAMLLines, _ column: Int, _ parent: Int, isFolded: Bool
  ) throws(TestsReader.Failure) -> Scalar {
    let (increment, chomping) = try header(lines, column + 1)
    lines.advance()
    let first = lines.fileLine
    let content = try blockLines(&lines, parent, increment)
    let used = content.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    var text: [UInt8] = []
    var starts: [Int] = []
    if isFolded {
      (text, starts) = folded(content[..<used], first)
    } else {
      for line in content[..<used] {
        if !text.isEmpty || !starts.isEmpty { text.append(UInt8(ascii: "\n")) }
        starts.append(first)
        text.append(contentsOf: line)
      }
      starts = [first]
    }
    switch chomping {
    case .strip: break
    case .clip where used == 0: break
    case .clip: text.append(UInt8(ascii: "\n"))
    case .keep:
      let ends = content.count - used + (used > 0 ? 1 : 0)
      text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: ends))
    }
    return Scalar(text: String(decoding: text, as: UTF8.self), lines: LineMap(starts))
  }

  private static func header(
    _ lines: YAMLLines, _ start: Int
  ) throws(TestsReader.Failure) -> (increment: Int?, chomping: Chomping) {
    var increment: Int?
    var chomping: Chomping?
    var column = start
    while let byte = lines.byte(at: column), !lines.endsWord(at: column) {
      switch byte {
      case UInt8(ascii: "-") where chomping == nil: chomping = .strip
      case UInt8(ascii: "+") where chomping == nil: chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == nil:
        increment = Int(byte - UInt8(ascii: "0"))
      default:
        throw Failure(
          line: lines.fileLine,
          message: "expected '|', '|-' or '|+', found \(quoted(lines.text(from: start - 1)))")
      }
      column += 1
    }
    guard lines.isBlankOrComment(from: column) else {
      throw Failure(
        line: lines.fileLine, message: "the text begins on the line after '|', indented deeper")
    }
    return (increment, chomping ?? .clip)
  }

  /// The lines of a block without their indentation, those that are blank at its end too.
  private static func blockLines(
    _ lines: inout YAMLLines, _ parent: Int, _ increment: Int?
  ) throws(TestsReader.Failure) -> [ArraySlice<UInt8>] {
    var indentation = increment.map { parent + $0 }
    var content: [ArraySlice<UInt8>] = []
    var deepestBlank = (columns: 0, line: 0)
    while !lines.isAtEnd {
      let line = lines.line
      let spaces = lines.indentation
      if spaces == line.count {
        if indentation == nil, spaces > deepestBlank.columns {
          deepestBlank = (spaces, lines.fileLine)
        }
      } else {
        guard spaces > parent, spaces >= indentation ?? 0 else { break }
        indentation = indentation ?? spaces
        if let indentation, deepestBlank.columns > indentation {
          throw Failure(
            line: deepestBlank.line,
            message: "the blank line has more spaces than the text below it: remove them")
        }
      }
      content.append(line.dropFirst(indentation ?? spaces))
      lines.advance()
    }
    if !lines.isAtEnd, lines.indentation > parent, !lines.isBlankOrComment(from: 0) {
      throw Failure(
        line: lines.fileLine,
        message: "the line is indented less than the text that it belongs to: indent it by "
          + "\(indentation ?? parent + 1) spaces")
    }
    return content
  }

  /// Joins the lines of a folded block: a single line end between two lines that are not indented becomes a space.
  private static func folded(
    _ content: ArraySlice<ArraySlice<UInt8>>, _ first: Int
  ) -> (text: [UInt8], starts: [Int]) {
    var text: [UInt8] = []
    var starts = [first]
    var previous: ArraySlice<UInt8>?
    var blanks = 0
    for (index, line) in content.enumerated() {
      if line.isEmpty {
        blanks += 1
        continue
      }
      if let before = previous {
        let isIndented = isSpace(before.first) || isSpace(line.first)
        let breaks = isIndented ? blanks + 1 : blanks
        if breaks == 0 { text.append(UInt8(ascii: " ")) }
        appendBreaks(breaks, first + index, &text, &starts)
      } else {
        appendBreaks(blanks, first + index, &text, &starts)
      }
      text.append(contentsOf: line)
      (previous, blanks) = (line, 0)
    }
    return (text, starts)
  }

  private static func isSpace(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func appendBreaks(
    _ count: Int, _ line: Int, _ text: inout [UInt8], _ starts: inout [Int]
  ) {
    text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
    starts.append(contentsOf: repeatElement(line, count: count))
  }
}
