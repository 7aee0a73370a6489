extension ScriptPrinter {
  /// Whether a comment has to be written before something that stands at a position.
  func hasComment(before position: SourcePosition) -> Bool {
    comments.last.map { $0.position < position } ?? false
  }

  /// Starts the line of something, after the comments that stand before it.
  ///
  /// - Parameter isFirst: whether nothing of its block stands before it.
  mutating func startLine(of position: SourcePosition, after isFirst: Bool) {
    writeComments(before: position, isFirst: isFirst)
    breakLine(before: position.line, isFirst: isFirst && comments.last?.position != position)
  }

  /// Writes the comments before a position, each on the line before or on one of its own.
  mutating func writeComments(before position: SourcePosition, isFirst: Bool) {
    var isFirst = isFirst
    var canFollow = !output.isEmpty
    while let comment = comments.last, comment.position < position {
      comments.removeLast()
      if comment.isFirstOnLine || !canFollow {
        breakLine(before: comment.position.line, isFirst: isFirst)
      } else {
        putText(" ")
      }
      noteSource(comment.position)
      write(comment)
      canFollow = comment.isBlock
      isFirst = false
    }
  }

  /// Writes the comments that stand before the end of a block, as far as that can be told: the tree
  /// does not say where a block ends, but what is indented more than its statement belongs into it.
  mutating func writeCommentsInside(isFirst: Bool) {
    var isFirst = isFirst
    while hasCommentInside, let comment = comments.last {
      let position = comment.position
      writeComments(
        before: SourcePosition(line: position.line, column: position.column + 1), isFirst: isFirst)
      isFirst = false
    }
  }

  /// Whether the next comment seems to stand before the end of the block that is being written.
  var hasCommentInside: Bool {
    guard let comment = comments.last, comment.position < scope.end else { return false }
    return comment.isFirstOnLine
      ? comment.position.column > scope.column : comment.position.line <= sourceLine
  }

  private mutating func write(_ comment: Comment) {
    if comment.isBlock {
      putText("/*" + comment.text + "*/")
      noteSource(
        SourcePosition(
          line: comment.position.line + comment.text.utf8.count { $0 == UInt8(ascii: "\n") },
          column: 1))
    } else {
      var text = comment.text[...]
      while text.last?.isWhitespace == true { text.removeLast() }
      putText("//" + text)
    }
  }

  /// Ends the line, and leaves one empty where the script has one.
  private mutating func breakLine(before source: Int, isFirst: Bool) {
    guard !output.isEmpty else { return }
    let hadBlank = sourceLine > 0 && source - sourceLine > linesSinceSource + 1
    newLine()
    if hadBlank, !isFirst, !isFlat, isReadable { newLine() }
  }
}
