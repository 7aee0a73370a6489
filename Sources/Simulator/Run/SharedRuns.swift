import SandboxedJS

/// The work for one hit that containers which meet it can share: the same request has the same events, and the same code
/// does the same with the same fields for the same event.
///
/// It is used by one thread, and for one hit alone.
package final class SharedRuns {
  /// The events of a request, and what is wrong with it, in words.
  typealias Reading = (events: [ScriptValue], notes: [String])

  private struct Known {
    let program: Int
    let isTrial: Bool
    let clientName: String
    let data: ScriptValue
    let eventData: ScriptValue
    let run: TemplateRun
  }

  private var known: [Known] = []
  private var read: (settings: EventDataReading, reading: Reading)?

  /// No run yet.
  package init() {}

  /// The events of the hit's request, read now or known from before.
  func events(
    of request: IncomingRequest, _ settings: EventDataReading
  ) throws(HitError) -> Reading {
    if let read, read.settings == settings { return read.reading }
    let reading = try settings.reading(of: request)
    read = (settings, reading)
    return reading
  }

  /// Returns the run of a template, carried out now or known from before.
  ///
  /// - Parameter isTrial: whether the run ends at its first effect.
  func run(
    _ template: TemplateProgram, _ data: ScriptValue, _ eventData: ScriptValue,
    clientName: String, isTrial: Bool, _ run: () -> TemplateRun
  ) -> TemplateRun {
    // The two containers have numbers of their own.
    guard !template.readsContainer else { return run() }
    for entry in known
    where entry.program == template.id && entry.isTrial == isTrial
      && entry.clientName == clientName && entry.data == data && entry.eventData == eventData
    {
      return entry.run
    }
    let run = run()
    known.append(
      Known(
        program: template.id, isTrial: isTrial, clientName: clientName, data: data,
        eventData: eventData, run: run))
    return run
  }
}
