# Runs a PostgreSQL server for as long as standard input stays open.
# When whoever started us dies, however suddenly, the system closes the pipe, and the server is asked to stop.
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(
  while read -r _; do :; done
  kill -INT "$server"
) <&3 >/dev/null 2>&1 &
watcher=$!
exec 3<&- </dev/null
trap 'kill -INT "$server"' INT TERM HUP
code=0
while kill -0 "$server" 2>/dev/null; do
  wait "$server"
  code=$?
done
kill "$watcher" 2>/dev/null
exit "$code"
