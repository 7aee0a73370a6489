/// The APIs of one side as machines use them: all machines know their functions by the same numbers.
struct APITable: Sendable {
  /// An API and the number of its function, or of the first of its methods.
  typealias Entry = (api: ServerAPI, function: Int)

  /// A function of an API: a list of bare functions would call each through another one.
  struct Function: Sendable {
    let body: ServerAPI.Body
  }

  /// The functions of all APIs, by number: there are two tables for good, and a list would be counted at every call.
  nonisolated(unsafe) let functions: UnsafePointer<Function>
  let functionCount: Int
  private let entries: [String: Entry]

  private static let server = APITable(.server)
  private static let web = APITable(.web)

  /// The APIs of a side.
  static func of(_ side: TemplateSide) -> APITable { side == .server ? server : web }

  private init(_ side: TemplateSide) {
    var functions: [Function] = []
    var entries: [String: Entry] = [:]
    for api in side.apis {
      entries[api.name] = (api, functions.count)
      switch api.form {
      case .function(let body): functions.append(Function(body: body))
      case .object(let methods):
        functions += methods.map { Function(body: $0.body) }
      }
    }
    let cells = UnsafeMutablePointer<Function>.allocate(capacity: functions.count)
    cells.initialize(from: functions, count: functions.count)
    (self.functions, functionCount) = (UnsafePointer(cells), functions.count)
    self.entries = entries
  }

  /// The API of a name.
  subscript(name: String) -> Entry? { entries[name] }
}
