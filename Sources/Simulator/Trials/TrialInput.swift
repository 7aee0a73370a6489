import SandboxedJS
import TagManager

/// Something of a visit that can be given another value.
enum TrialInput: Hashable, Sendable {
  case dataLayer(String)
  case cookie(String)
  case query(String)
  /// A part of the page's address, as URL variables name it.
  case address(String)
  case referrer
  case title
  case header(String)

  /// The input's description, for people.
  var words: String {
    switch self {
    case .dataLayer(let path): "'\(path)'"
    case .cookie(let name): "the cookie '\(name)'"
    case .query(let name): "the address's '\(name)'"
    case .address("PATH"): "the page's path"
    case .address("HOST"): "the page's host"
    case .address: "the page's address"
    case .referrer: "the referrer"
    case .title: "the page's title"
    case .header(let name): "the header '\(name)'"
    }
  }
}

extension ContainerProgram {
  /// Returns the inputs that a value on a page depends on, with those that the tables on the way
  /// list.
  func inputs(
    of value: ValueExpression, depth: Int = 0
  ) -> (inputs: [TrialInput], listed: [String]) {
    guard depth < 8 else { return ([], []) }
    var found: (inputs: [TrialInput], listed: [String]) = ([], [])
    for slot in value.slots {
      let variable = variables[slot.index]
      switch variable.source {
      case .browser(.dataLayer(.constant(let path), _)):
        found.inputs.append(.dataLayer(path.asText))
      case .browser(.cookie(.constant(let name), _)), .cookie(.constant(let name), _):
        found.inputs.append(.cookie(name.asText))
      case .browser(.address(nil, "QUERY", .constant(let key), _)) where key != "":
        found.inputs.append(.query(key.asText))
      case .browser(.address(nil, let component, _, _)):
        found.inputs.append(.address(component.isEmpty ? "URL" : component))
      case .browser(.referrer): found.inputs.append(.referrer)
      case .browser(.global(.constant(let path), _)) where Self.input(of: path.asText) != nil:
        found.inputs += [Self.input(of: path.asText)].compactMap(\.self)
      case .header(.constant(let name)): found.inputs.append(.header(name.asText.lowercased()))
      case .builtIn(let type): found.inputs += Self.inputs(of: type)
      case .table(let table):
        let inner = inputs(of: table.input, depth: depth + 1)
        found.inputs += inner.inputs
        found.listed += inner.listed
        found.listed += table.listedInputs
      case .template(let place, let fields)
      where templates[place].eventDataKeys.contains("page_location"):
        // Code that reads the page's address and has a text for a field looks for that parameter of it.
        for case .constant(let name) in fields.map(\.value) where name.asText != "" {
          found.inputs.append(.query(name.asText))
        }
      default:
        for slot in variable.slots {
          let inner = inputs(of: .variable(slot), depth: depth + 1)
          found.inputs += inner.inputs
          found.listed += inner.listed
        }
      }
    }
    return found
  }

  /// Whether a value is the same for every visit.
  func isFixed(_ value: ValueExpression, depth: Int = 0) -> Bool {
    depth < 8
      && value.slots.allSatisfy { slot in
        let variable = variables[slot.index]
        switch variable.source {
        case .constant, .table:
          return variable.slots.allSatisfy { isFixed(.variable($0), depth: depth + 1) }
        case .builtIn(let type):
          return [.clientName, .containerID, .containerVersion, .debugMode].contains(type)
        default: return false
        }
      }
  }

  /// The input that a JavaScript variable of the page is.
  private static func input(of global: String) -> TrialInput? {
    let name = global.hasPrefix("window.") ? String(global.dropFirst("window.".count)) : global
    let isOfDocument = name.hasPrefix("document.location.")
    switch PageValue(rawValue: isOfDocument ? String(name.dropFirst("document.".count)) : name) {
    case .location: return .address("URL")
    case .hostname: return .address("HOST")
    case .path: return .address("PATH")
    case .referrer: return .referrer
    case .title: return .title
    case .language: return .header("accept-language")
    case .userAgent: return .header("user-agent")
    case nil: return nil
    }
  }

  private static func inputs(of type: BuiltInVariableType) -> [TrialInput] {
    switch type {
    case .pageURL, .serverPageLocationURL: [.address("URL")]
    case .pagePath, .serverPageLocationPath: [.address("PATH")]
    case .pageHostname, .serverPageLocationHostname: [.address("HOST")]
    case .referrer: [.referrer]
    default: AutomaticEvent.keys[type].map { [.dataLayer($0)] } ?? []
    }
  }

  /// The path of the event data that a value is, where it is one; tables by what they look up.
  func eventDataPath(of value: ValueExpression, depth: Int = 0) -> (path: String, listed: [String])?
  {
    guard depth < 8, case .variable(let slot) = value else { return nil }
    switch variables[slot.index].source {
    case .eventData(.constant(let path), _): return (path.asText, [])
    case .table(let table):
      guard let inner = eventDataPath(of: table.input, depth: depth + 1) else { return nil }
      return (inner.path, inner.listed + table.listedInputs)
    default: return nil
    }
  }
}
