extension ServerAPI {
  static let bigQuery = ServerAPI(
    "BigQuery", "Adds rows to tables of BigQuery.", permission: .accessBigQuery,
    methods: [
      (
        "insert",
        { (machine, arguments) throws(RunFailure) in
          let table = arguments[0]
          try machine.host.demand(
            .accessBigQuery(
              project: try machine.textIfGiven(machine.option(table, "projectId")) ?? "",
              dataset: try machine.textIfGiven(machine.option(table, "datasetId")) ?? "",
              table: try machine.textIfGiven(machine.option(table, "tableId")) ?? ""))
          machine.host.record.inserts.append(
            RunRecord.Insert(
              table: machine.copyOut(table), rows: machine.copyOut(arguments[1])))
          // The older form has callbacks.
          if arguments[3].isFunction { machine.callSoon(arguments[3], []) }
          return Value(try machine.makePromise(resolvedWith: .undefined))
        }
      )
    ])
}
