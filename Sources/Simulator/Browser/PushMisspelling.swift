import Diagnostics
import JSONText

/// Words in a push that Tag Manager passes over, and that are nearly those that it follows.
enum PushMisspelling {
  /// The hints for one push, without its number.
  static func hints(in push: JSON, commands: Set<String>) -> [String] {
    if let words = push.array { return hints(inCommand: words, commands: commands) }
    guard let object = push.object, object["event"] == nil else { return [] }
    let names = object.members.filter { $0.value.string != nil }.map(\.key)
    return names.compactMap { name in
      question(name, among: ["event"]).map { "'\(name.shortened)' is not an event; \($0)" }
    }
  }

  private static func hints(inCommand words: [JSON], commands: Set<String>) -> [String] {
    guard let command = words.first?.string else { return [] }
    guard commands.contains(command) else {
      return question(command, among: commands.sorted())
        .map { ["'\(command.shortened)' is not a command; \($0)"] } ?? []
    }
    guard command == "consent", words.count > 1, let action = words[1].string else { return [] }
    guard ["default", "update"].contains(action) else {
      let question = question(action, among: ["default", "update"])
      return [
        "'\(action.shortened)' changes no consent; \(question ?? "write 'default' or 'update'")"
      ]
    }
    let states = words.count > 2 ? words[2].object?.members ?? [] : []
    return states.flatMap { state -> [String] in
      if ["wait_for_update", "region"].contains(state.key) { return [] }
      if !ConsentState.types.contains(state.key),
        let question = question(state.key, among: ConsentState.types)
      {
        return ["'\(state.key.shortened)' is not a type of consent; \(question)"]
      }
      let value = state.value.string ?? state.value.text(.compact)
      return ["granted", "denied"].contains(value)
        ? [] : ["'\(value.shortened)' is not a state of consent: write 'granted' or 'denied'"]
    }
  }

  private static func question(_ word: String, among known: [String]) -> String? {
    known.contains(word) ? nil : Spelling.question(for: word, among: known)
  }
}
