/// The program of a ``SparkJob``.
enum SparkProgram {
  /// Python for `spark-submit`. Each partition goes through the executable, by the engine's own pipe, and leaves one line of
  /// counts; what comes twice counts once, and nothing depends on how the log is cut.
  static let text = #"""
    """Replays a log through two server containers on Spark, and prints what differs.

    spark-submit replay.py gs://bucket/logs/2026-01-*        files of any form that has one hit per line
    spark-submit replay.py --table logs.requests             the rows of a table
    """

    import argparse
    import os
    import subprocess
    import sys
    import tempfile

    from pyspark import SparkConf, SparkContext, SparkFiles

    HERE = os.path.dirname(os.path.abspath(__file__))
    FILES = ["tagwright", "before.json", "after.json"]


    def numbered(index, lines):
        """A comment makes parts of the same lines different parts."""
        yield "# partition %d" % index
        yield from lines


    def merged(parts, options):
        """What the executable makes of several parts."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for part in parts:
                paths.append(os.path.join(folder, "%d.json" % len(paths)))
                with open(paths[-1], "w", encoding="utf-8") as file:
                    file.write(part)
            command = [os.path.join(HERE, "tagwright"), "replay", "--merge"]
            return subprocess.run(command + paths + options, stdout=subprocess.PIPE, check=False)


    def summed(parts):
        """One part of many, a few at a time: the counts of a part are small."""
        while len(parts) > 200:
            groups = [parts[i : i + 200] for i in range(0, len(parts), 200)]
            parts = [
                merged(group, ["--partial", "-"]).stdout.decode("utf-8") for group in groups
            ]
        return parts


    def main():
        parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
        parser.add_argument("logs", nargs="*", help="files, folders and patterns of any storage")
        parser.add_argument("--table", help="a table whose rows are entries of a log")
        parser.add_argument("--partitions", type=int, default=0, help="at least so many parts")
        parser.add_argument("--sample", help="only one visitor in N: 1/N")
        parser.add_argument("--since", help="only hits from a time on")
        parser.add_argument("--until", help="only hits before a time")
        parser.add_argument("--host", help="only requests to this host")
        parser.add_argument("--format", default="text", choices=["text", "json", "markdown"])
        arguments = parser.parse_args()
        if bool(arguments.logs) == bool(arguments.table):
            parser.error("name files, or a table with --table")

        if arguments.table:
            # Files need no session, which takes seconds to begin.
            from pyspark.sql import SparkSession

            session = SparkSession.builder.appName("tagwright replay").getOrCreate()
            context = session.sparkContext
        else:
            context = SparkContext.getOrCreate(SparkConf().setAppName("tagwright replay"))
        for name in FILES:
            context.addFile(os.path.join(HERE, name))
        # Executors work in the folder that the files are in; a local master has them elsewhere.
        is_local = context.master == "local" or context.master.startswith("local[")
        tool, before, after = [SparkFiles.get(name) if is_local else "./" + name for name in FILES]
        command = [tool, "replay", "--hits", "-", "--from", before, "--to", after, "--partial", "-"]
        for name in ["sample", "since", "until", "host"]:
            if getattr(arguments, name):
                command += ["--" + name, getattr(arguments, name)]

        if arguments.table:
            lines = session.table(arguments.table).toJSON()
            if arguments.partitions:
                lines = lines.repartition(arguments.partitions)
        else:
            lines = context.textFile(",".join(arguments.logs), arguments.partitions or None)
        line = " ".join("'%s'" % word.replace("'", "'\\''") for word in command)
        parts = lines.mapPartitionsWithIndex(numbered).pipe(line, checkCode=True).collect()
        result = merged(summed(parts), ["--format", arguments.format])
        context.stop()
        sys.stdout.buffer.write(result.stdout)
        sys.exit(result.returncode)


    if __name__ == "__main__":
        main()

    """#
}
