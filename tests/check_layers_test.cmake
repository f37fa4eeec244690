# SPDX-License-Identifier: GPL-3.0-or-later
# The layer test's own test: each wrong arrow, alone in a small tree, must be found and named by file, line and rule;
# a right tree must pass.
#   cmake -DCHECKER=<check_layers.cmake> -DWORK=<dir to fill> -DQT_WIDGETS=<dir> -DQT_CHARTS=<dir> -P check_layers_test.cmake
cmake_minimum_required(VERSION 3.25)
# REUSE-IgnoreStart
set(licence "// SPDX-License-Identifier: GPL-3.0-or-later")
# REUSE-IgnoreEnd
set(headers probes/target.h probes/probe.h probes/net/socket.h probes/net/address_rules.h probes/wire/dns_message.h
  app/errors.h app/settings.h app/watchlist.h app/json.h app/story/span.h app/history/history.h app/history/history_reader.h
  app/words/words.h app/desk/notes.h app/watch/monitor.h app/watch/schedule.h app/evidence/observation_file.h
  app/tell/rules.h app/simulation/http_server.h ui/theme.h ui/paint/lanes.h ui/live/tile.h ui/cli/table.h
  resources/resources.h)

function(check result output)
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DROOT=${WORK}" "-DQT_WIDGETS=${QT_WIDGETS}" "-DQT_CHARTS=${QT_CHARTS}"
    -P "${CHECKER}" RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
  set(${result} "${code}" PARENT_SCOPE)
  set(${output} "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${WORK}")
check(code output)
if(code EQUAL 0)
  message(FATAL_ERROR "A tree that is not there passed:\n${output}")
endif()
file(MAKE_DIRECTORY "${WORK}")
check(code output)
if(code EQUAL 0)
  message(FATAL_ERROR "A tree without sources passed:\n${output}")
endif()

foreach(header IN LISTS headers)
  file(WRITE "${WORK}/${header}" "${licence}\n#pragma once\n")
endforeach()

# Every row: the file, what it includes. What stands before the include is there to mislead.
set(before "${licence}\n// \"#include <nothing>; [not a list] ${}\\. \\n\"\n")
set(right_rows
  "probes/tcp_probe.cpp|\"probes/net/socket.h\"" "probes/net/curl_handle.cpp|<curl/curl.h>"
  "probes/wire/dns_message.cpp|\"probes/net/address_rules.h\"" "probes/net/socket.cpp|<sys/socket.h>"
  "probes/net/kernel_routes.cpp|<linux/if.h>" "app/watch/sleep_guard.h|<QDBusConnection>" "ui/tell/tray_host.cpp|<xcb/xcb.h>"
  "app/main.cpp|\"app/simulation/http_server.h\"" "app/main.cpp|\"ui/cli/table.h\"" "app/main.cpp|<QApplication>"
  "app/start/demo.cpp|\"app/simulation/stage.h\"" "app/start/dashboard.cpp|<QApplication>"
  "app/watchlist.cpp|\"resources/resources.h\"" "app/settings.cpp|\"app/json.h\""
  "app/story/judge.cpp|\"app/watchlist.h\""
  "app/history/archive.cpp|\"app/story/span.h\"" "app/history/history.cpp|<SQLiteCpp/Database.h>"
  "app/history/archive.cpp|<QObject>" "app/watch/recorder.cpp|\"app/history/history.h\""
  "app/watch/pool.cpp|\"probes/probe.h\"" "app/evidence/observation_file.cpp|\"app/watchlist.h\""
  "app/simulation/http_server.cpp|<sys/socket.h>" "app/simulation/past.cpp|\"app/history/history.h\""
  "ui/cli/status.cpp|\"app/history/history_reader.h\""
  "ui/live/tile.cpp|<QLabel>" "ui/live/tile.cpp|\"tile.moc\"" "ui/live/response_chart.cpp|<QChart>"
  "ui/paint/lanes.cpp|<QPainter>" "ui/main_window.cpp|\"app/watch/monitor.h\"" "ui/live/tile.cpp|\"app/desk/notes.h\"")
set(wrong_rows
  "probes/tcp_probe.cpp|\"app/settings.h\"|probes sees only probes"
  "probes/tcp_probe.cpp|\"resources/resources.h\"|probes sees only probes"
  "probes/wire/dns_message.cpp|\"probes/net/socket.h\"|sees no socket"
  "probes/wire/dns_message.cpp|\"probes/probe.h\"|sees no socket"
  "probes/tcp_probe.cpp|<QString>|know no Qt" "probes/tcp_probe.cpp|<curl/curl.h>|includes libcurl"
  "probes/tcp_probe.cpp|<sys/socket.h>|open sockets" "app/watch/pool.cpp|<netdb.h>|open sockets"
  "app/watch/pool.cpp|<sqlite3.h>|includes SQLite" "app/watch/pool.cpp|<QThread>|standard C"
  "app/settings.cpp|\"app/story/span.h\"|ground floor" "app/settings.cpp|\"probes/probe.h\"|ground floor"
  "app/story/judge.cpp|\"app/history/history.h\"|app/story sees only"
  "app/story/judge.cpp|\"app/errors.h\"|app/story sees only" "app/story/judge.cpp|\"app/json.h\"|app/story sees only"
  "app/story/judge.cpp|\"probes/probe.h\"|app/story sees only"
  "app/story/judge.cpp|<QString>|know no Qt" "app/story/judge.cpp|<SQLiteCpp/Database.h>|includes SQLite"
  "app/history/history.cpp|\"app/watch/monitor.h\"|not each other"
  "app/history/history.cpp|\"app/words/words.h\"|not each other"
  "app/words/words.cpp|\"app/history/history.h\"|not each other" "app/desk/notes.cpp|\"app/tell/rules.h\"|not each other"
  "app/watch/pool.cpp|\"app/evidence/observation_file.h\"|opens the door" "app/watch/pool.cpp|\"probes/net/socket.h\"|opens the door"
  "app/tell/rules.cpp|\"app/watch/monitor.h\"|not how things are asked"
  "app/evidence/pack.cpp|\"app/tell/rules.h\"|not how things are asked"
  "app/evidence/pack.cpp|\"ui/paint/lanes.h\"|not how things are asked"
  "app/simulation/dns_server.cpp|\"app/watch/monitor.h\"|app/simulation sees" "app/other/thing.cpp|\"app/errors.h\"|no place"
  "app/watch/pool.cpp|<QLabel>|widgets are for ui" "ui/paint/lanes.cpp|<QLabel>|widgets are for ui"
  "ui/paint/lanes.cpp|<QtWidgets/QLabel>|widgets are for ui" "ui/paint/lanes.cpp|\"ui/live/tile.h\"|ui/paint sees"
  "ui/live/tile.cpp|<QChart>|includes Qt Charts" "ui/live/tile.cpp|<QtCharts/QLineSeries>|includes Qt Charts"
  "ui/live/tile.cpp|\"app/history/history.h\"|ui sees of app" "ui/live/tile.cpp|\"app/history/history_reader.h\"|ui sees of app"
  "ui/live/tile.cpp|\"app/json.h\"|ui sees of app"
  "ui/live/tile.cpp|\"app/watch/schedule.h\"|ui sees of app" "ui/live/tile.cpp|\"probes/probe.h\"|ui sees of app"
  "ui/live/tile.cpp|\"app/evidence/observation_file.h\"|ui sees of app"
  "ui/cli/status.cpp|\"app/history/history.h\"|ui/cli sees of app" "ui/cli/demo.cpp|\"app/simulation/http_server.h\"|ui/cli sees of app"
  "app/watch/pool.cpp|<linux/if.h>|only Linux has" "app/history/history.cpp|<sys/vfs.h>|only Linux has"
  "app/watch/pool.cpp|<QDBusConnection>|the desktop is spoken to" "ui/live/tile.cpp|<QtDBus/QDBusMessage>|the desktop is spoken to"
  "ui/live/tile.cpp|<xcb/xcb.h>|the X server"
  "ui/live/chart.cpp|\"tile.h\"|from the root" "resources/resources.cpp|\"app/errors.h\"|resources sees only")

set(failures "")
foreach(row IN LISTS right_rows)
  string(REGEX MATCH "^([^|]+)\\|(.+)$" ignored "${row}")
  file(WRITE "${WORK}/${CMAKE_MATCH_1}" "${before}#include ${CMAKE_MATCH_2}\n")
  set(file "${CMAKE_MATCH_1}")
  check(code output)
  if(NOT code EQUAL 0)
    string(APPEND failures "refused, but right: ${row}\n${output}\n")
  endif()
  file(REMOVE "${WORK}/${file}")
endforeach()

foreach(row IN LISTS wrong_rows)
  string(REGEX MATCH "^([^|]+)\\|([^|]+)\\|(.+)$" ignored "${row}")
  set(file "${CMAKE_MATCH_1}")
  set(included "${CMAKE_MATCH_2}")
  set(rule "${CMAKE_MATCH_3}")
  file(WRITE "${WORK}/${file}" "${before}  # include  ${included}\n")
  check(code output)
  string(FIND "${output}" "${file}:3: # include  ${included}: " named)
  if(code EQUAL 0 OR named EQUAL -1 OR NOT output MATCHES "${rule}")
    string(APPEND failures "not found, or not named with its line and rule: ${row}\n${output}\n")
  endif()
  file(REMOVE "${WORK}/${file}")
endforeach()

file(WRITE "${WORK}/app/story/judge.cpp" "#include \"app/story/span.h\"\n")
check(code output)
if(code EQUAL 0 OR NOT output MATCHES "app/story/judge.cpp:1: the first line is the licence")
  string(APPEND failures "a file without licence line passed\n${output}\n")
endif()
file(REMOVE "${WORK}/app/story/judge.cpp")

file(WRITE "${WORK}/app/story/judge.cpp" "${licence}\n#if defined(Q_OS_WIN)\n#endif\n")
check(code output)
if(code EQUAL 0 OR NOT output MATCHES "app/story/judge.cpp:2: #if defined.Q_OS_WIN.: what another system needs")
  string(APPEND failures "a condition on the system passed\n${output}\n")
endif()
file(REMOVE "${WORK}/app/story/judge.cpp")

file(WRITE "${WORK}/app/watch/pool.h" "${licence}\nnamespace kpwatch {\nclass Look final {\n};\n")
file(WRITE "${WORK}/ui/remembered.h" "${licence}\nnamespace kpwatch::ui {\nstruct Look {\n};\n")
check(code output)
if(NOT code EQUAL 0)
  string(APPEND failures "one name in two namespaces was refused\n${output}\n")
endif()
file(WRITE "${WORK}/ui/remembered.h" "${licence}\nnamespace kpwatch {\nstruct Look {\n};\n")
check(code output)
if(code EQUAL 0 OR NOT output MATCHES "remembered.h: .*Look.*so is one called in app/watch/pool.h")
  string(APPEND failures "two types of one name passed\n${output}\n")
endif()
file(REMOVE_RECURSE "${WORK}")

if(failures)
  message(FATAL_ERROR "${failures}")
endif()
list(LENGTH right_rows right)
list(LENGTH wrong_rows wrong)
message("${right} right and ${wrong} wrong arrows told apart")
