import SandboxedJS

/// The runs of templates for one hit, which containers that meet the same hit can share: the same code does the same with
/// the same fields for the same event.
///
/// It is used by one thread, and for one hit alone.
package final class SharedRuns {
  private struct Known {
    let program: Int
    let clientName: String
    let data: ScriptValue
    let eventData: ScriptValue
    let run: TemplateRun
  }

  private var known: [Known] = []

  /// No run yet.
  package init() {}

  /// What a template does, run now or known from before.
  func run(
    _ template: TemplateProgram, _ data: ScriptValue, _ eventData: ScriptValue,
    clientName: String, _ run: () -> TemplateRun
  ) -> TemplateRun {
    // The two containers have numbers of their own.
    guard !template.readsContainer else { return run() }
    for entry in known
    where entry.program == template.id && entry.clientName == clientName && entry.data == data
      && entry.eventData == eventData
    {
      return entry.run
    }
    let run = run()
    known.append(
      Known(
        program: template.id, clientName: clientName, data: data, eventData: eventData, run: run))
    return run
  }
}
