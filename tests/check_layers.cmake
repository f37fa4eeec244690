# SPDX-License-Identifier: GPL-3.0-or-later
# Reads every #include of ours and fails, naming file, line and rule, where one goes against the direction of the house
# (ARCHITECTURE.md). Run as a test:
#   cmake -DROOT=<source tree> [-DQT_WIDGETS=<dir of headers>] [-DQT_CHARTS=<dir of headers>] -P check_layers.cmake
# Whether a Qt header is a widget or a chart is asked of Qt's own folders, so there is no list of classes to keep.
cmake_minimum_required(VERSION 3.25)
if(NOT IS_DIRECTORY "${ROOT}")
  message(FATAL_ERROR "ROOT must be the source tree, not '${ROOT}'")
endif()

# --- Who may include which files of ours. The first row whose pattern matches the including file holds. -------------
set(values "probes/((target|observation|failure|utc_time|value_named|way|fingerprints)|wire/(untrusted_text|sha256|json_depth)|outside/[a-z_]+)\\.h")
set(ground "app/[a-z_]+\\.h") # what lies in app itself
set(ground_values "app/(errors|settings|settings_file|watchlist|watchlist_draft|chosen|way_out|demand)\\.h")
set(story "app/story/[a-z_]+\\.h")
set(memory "app/(history|words|desk)/[a-z_]+\\.h")
set(rules "")
function(may_include files allowed sentence)
  list(APPEND rules "${files}##${allowed}##${sentence}")
  set(rules "${rules}" PARENT_SCOPE)
endfunction()

may_include("^app/(main\\.cpp$|start/)" ".*" "")
may_include("^probes/wire/" "^probes/(wire/.*|(target|observation|failure|utc_time|fingerprints|net/address_rules)\\.h)$"
  "probes/wire turns bytes into values: it sees no socket and no prober")
may_include("^probes/outside/" "^probes/(outside/.*|utc_time\\.h|net/address_rules\\.h|wire/(untrusted_text|json_depth)\\.h)$"
  "probes/outside turns answers of others into values: it sees no socket and no prober")
may_include("^probes/" "^probes/" "probes sees only probes")
may_include("^app/simulation/" "^(probes/.*|app/simulation/.*|${ground}|${story}|${memory})$"
  "app/simulation sees probes, history, words, story and below, and not how it is watched")
may_include("^app/story/" "^(${values}|probes/net/address_rules\\.h|app/(settings|watchlist|way_out|sentinels)\\.h|${story})$"
  "app/story sees only settings, watchlist, sentinels, the values of probes and itself")
may_include("^app/(history|words|desk)/" "^(${values}|probes/(net/address_rules|wire/icmp_packet)\\.h|${ground}|${story}|app/@OWN@/.*)$"
  "app/history, words and desk see story and below, not each other")
may_include("^app/watch/" "^(probes/(probe|resolve|own_network|system_resolver|net/(address_rules|stop_signal))\\.h|${values}|${ground}|${story}|${memory}|app/outside/(outside_watch|platform_watch|sources)\\.h|app/watch/.*)$"
  "app/watch opens the doors of probes and outside and sees history, words, desk, story and below")
may_include("^app/tell/" "^(probes/net/(delivery|stop_signal|address_rules)\\.h|${values}|${ground}|${story}|${memory}|app/tell/.*)$"
  "app/tell hands letters over: it sees the delivery, history, words, desk, story and below, and not how things are asked")
may_include("^app/evidence/" "^(${values}|probes/net/address_rules\\.h|${ground}|${story}|${memory}|app/@OWN@/.*)$"
  "app/evidence sees history, words, desk, story and below, and not how things are asked")
may_include("^app/outside/" "^(probes/net/(web_client|stop_signal|address_rules)\\.h|${values}|${ground}|${story}|app/outside/.*)$"
  "app/outside asks public sources: it sees the web client, story and below")
may_include("^app/[a-z_]+\\.(h|cpp)$" "^(${values}|probes/net/address_rules\\.h|${ground}|resources/resources\\.h)$"
  "app/settings, watchlist and errors are the ground floor of app: they see the values of probes and each other")
may_include("^app/" "^$" "this folder of app has no place in tests/check_layers.cmake yet: give it one")
may_include("^ui/paint/" "^(ui/paint/.*|ui/theme\\.h|${values}|app/settings\\.h|${story}|app/words/.*|resources/resources\\.h)$"
  "ui/paint sees story, words, settings and the theme")
may_include("^ui/cli/" "^(ui/.*|${values}|${ground_values}|${story}|app/words/.*|app/desk/.*|app/watch/(monitor|edit_door)\\.h|app/outside/(guest|sources)\\.h|app/tell/[a-z_]+\\.h|app/history/(archive|history_reader|incident_reader|route_reader|overtaken_rows|consent|judgement_store|seal_check|backup|doctor|colleague|stoppable_import|set_aside|keeping|erase)\\.h|app/evidence/(observation_file|ever_watched|chart_export|csv_line|pack|export_numbers)\\.h|resources/resources\\.h)$"
  "ui/cli sees of app the doors (monitor, archive, history_reader, observation_file, pack, desk), words and values")
may_include("^ui/" "^(ui/.*|${values}|${ground_values}|${story}|app/words/.*|app/desk/.*|app/watch/(monitor|try_check)\\.h|app/outside/(guest|sources)\\.h|app/tell/[a-z_]+\\.h|app/history/(archive|backup|desk_timeline|doctor|erase|keeping|new_questions)\\.h|app/evidence/(chart_export|csv_line|pack|export_numbers)\\.h|resources/resources\\.h)$"
  "ui sees of app the doors (monitor, archive, desk, the record and charts as files), words and values")
may_include("^resources/" "^resources/" "resources sees only resources")

# --- Who may include which files of others. -------------------------------------------------------------------------
set(fences "")
function(only_in included files sentence)
  list(APPEND fences "${included}##${files}##${sentence}")
  set(fences "${fences}" PARENT_SCOPE)
endfunction()

only_in("^curl/" "^(probes/net/|ui/manual/works\\.cpp$)" "only probes/net includes libcurl, and who names its version")
only_in("^libmnl/" "^probes/net/" "only probes/net speaks netlink")
only_in("^qt6keychain/" "^ui/settings/" "only ui/settings keeps secrets")
only_in("^archive(_entry)?\\.h$" "^(app/evidence/|ui/manual/works\\.cpp$)" "only app/evidence packs and unpacks")
only_in("^(SQLiteCpp/|sqlite3)" "^(app/history/|ui/manual/works\\.cpp$)" "only app/history includes SQLite, and who names its version")
only_in("^(linux/|sys/(eventfd|vfs)\\.h$)" "^(probes/(net/|own_network\\.cpp$)|app/(simulation/|history/doctor\\.cpp$))"
  "what only Linux has stays where ARCHITECTURE.md says, for who carries it to another system")
only_in("^(QtDBus|QDBus)" "^(app/watch/sleep_guard|app/tell/desktop_messages|ui/desktop_wishes|ui/tell/tray_host)\\.(h|cpp)$"
  "the desktop is spoken to where ARCHITECTURE.md says, for who carries it to another system")
only_in("^xcb/" "^ui/tell/tray_host\\.cpp$" "only ui/tell/tray_host.cpp speaks to the X server")
only_in("^(sys/socket|netdb)\\.h$" "^(probes/net|app/simulation)/" "only probes/net and app/simulation open sockets")
only_in("^(Q[A-Z]|Qt[A-Z]|qt|q[a-z]+\\.h$)" "^(app/(main|settings|watchlist|fingerprints|whole_file)\\.|app/(start|watch|history|words|desk|tell|evidence|simulation)/|ui/|resources/)"
  "probes and app/story know no Qt")
only_in("^(QtSql|QSql)" "^$" "the history is SQLiteCpp's: QtSql hides error codes")
only_in("^(QThread|QtConcurrent.*)$" "^$" "threads are standard C++, Qt is only the door-bell")
only_in("@QT_CHARTS@" "^ui/live/response_chart\\.cpp$" "only ui/live/response_chart.cpp includes Qt Charts")
only_in("@QT_WIDGETS@" "^(app/(main\\.cpp$|start/)|ui/(live|target|incidents|archive|export|evidence|manual|settings|tell|cli)/|ui/[a-z_]+\\.(h|cpp)$)"
  "widgets are for ui outside paint")

# --- The reading. ---------------------------------------------------------------------------------------------------
# The number of the first line of the file that holds this text.
function(line_of text needle result)
  string(FIND "${text}" "${needle}" at)
  string(SUBSTRING "${text}" 0 ${at} before)
  string(REGEX MATCHALL "\n" newlines "${before}")
  list(LENGTH newlines count)
  math(EXPR count "${count} + 1")
  set(${result} ${count} PARENT_SCOPE)
endfunction()

function(complain file text directive sentence)
  line_of("${text}" "${directive}" line)
  set_property(GLOBAL APPEND PROPERTY problems "${file}:${line}: ${directive}: ${sentence}")
endfunction()

# Whether an included name is meant by a fence: a regular expression, or "is in this folder of Qt headers".
function(is_fenced included pattern result)
  set(${result} FALSE PARENT_SCOPE)
  if(pattern MATCHES "^@(QT_[A-Z]+)@$")
    set(folder "${${CMAKE_MATCH_1}}")
    get_filename_component(module "${folder}" NAME)
    string(REGEX REPLACE "^${module}/" "" header "${included}")
    if(folder AND NOT included STREQUAL "" AND EXISTS "${folder}/${header}" AND NOT IS_DIRECTORY "${folder}/${header}")
      set(${result} TRUE PARENT_SCOPE)
    endif()
  elseif(included MATCHES "${pattern}")
    set(${result} TRUE PARENT_SCOPE)
  endif()
endfunction()

function(check_ours file text directive included)
  if(NOT EXISTS "${ROOT}/${included}")
    get_filename_component(folder "${file}" DIRECTORY)
    if(EXISTS "${ROOT}/${folder}/${included}")
      complain("${file}" "${text}" "${directive}" "includes are written from the root of the tree")
    endif()
    return() # what the build makes, a .moc for example
  endif()
  foreach(rule IN LISTS rules)
    string(REPLACE "##" ";" rule "${rule}")
    list(GET rule 0 files)
    if(NOT file MATCHES "${files}")
      continue()
    endif()
    list(GET rule 1 allowed)
    list(GET rule 2 sentence)
    string(REGEX REPLACE "^app/([a-z_]+)/.*" "\\1" own "${file}")
    string(REPLACE "@OWN@" "${own}" allowed "${allowed}")
    if(NOT included MATCHES "${allowed}")
      complain("${file}" "${text}" "${directive}" "${sentence}")
    endif()
    return()
  endforeach()
endfunction()

function(check_theirs file text directive included)
  foreach(fence IN LISTS fences)
    string(REPLACE "##" ";" fence "${fence}")
    list(GET fence 0 pattern)
    list(GET fence 1 files)
    list(GET fence 2 sentence)
    is_fenced("${included}" "${pattern}" fenced)
    if(fenced AND NOT file MATCHES "${files}")
      complain("${file}" "${text}" "${directive}" "${sentence}")
    endif()
  endforeach()
endfunction()

file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/probes/*.cpp" "${ROOT}/probes/*.h" "${ROOT}/app/*.cpp"
  "${ROOT}/app/*.h" "${ROOT}/ui/*.cpp" "${ROOT}/ui/*.h" "${ROOT}/resources/*.cpp" "${ROOT}/resources/*.h")
list(LENGTH sources count)
if(count EQUAL 0)
  message(FATAL_ERROR "There is no source file under ${ROOT}: nothing was checked")
endif()

foreach(file IN LISTS sources)
  file(READ "${ROOT}/${file}" text)
  # Kept out of CMake's lists: there, brackets and semicolons have a meaning of their own.
  string(REGEX REPLACE "[][;]" " " text "${text}")
  string(REGEX MATCHALL "(^|\n)[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+[>\"]" directives "${text}")
  foreach(directive IN LISTS directives)
    string(STRIP "${directive}" directive)
    string(REGEX MATCH "([<\"])([^>\"]+)[>\"]$" ignored "${directive}")
    set(quote "${CMAKE_MATCH_1}")
    set(included "${CMAKE_MATCH_2}")
    if(quote STREQUAL "\"")
      check_ours("${file}" "${text}" "${directive}" "${included}")
    else()
      check_theirs("${file}" "${text}" "${directive}" "${included}")
    endif()
  endforeach()
  string(REGEX MATCH "#[ \t]*(el)?if[^\n]*(Q_OS_|_WIN32|__APPLE__|__linux)[^\n]*" condition "${text}")
  if(condition)
    complain("${file}" "${text}" "${condition}" "what another system needs is a file of its own, not a condition")
  endif()
endforeach()

# --- One name, one type: two of a name are one to the linker, which keeps the destructor of either. ------------------
foreach(file IN LISTS sources)
  if(NOT file MATCHES "\\.h$")
    continue()
  endif()
  file(STRINGS "${ROOT}/${file}" namespace REGEX "^namespace [a-z:]+ {" LIMIT_COUNT 1)
  file(STRINGS "${ROOT}/${file}" types REGEX "^(class|struct|enum class) [A-Za-z0-9]+( final)?( :[^:;]*)? {")
  foreach(type IN LISTS types)
    string(REGEX REPLACE "^(enum class|class|struct) ([A-Za-z0-9]+).*" "${namespace} \\2" type "${type}")
    get_property(other GLOBAL PROPERTY "type ${type}")
    if(other)
      set_property(GLOBAL APPEND PROPERTY problems "${file}: ${type} }: so is one called in ${other}")
    endif()
    set_property(GLOBAL PROPERTY "type ${type}" "${file}")
  endforeach()
endforeach()

# --- The licence line: first, or second below a "#!" line. ----------------------------------------------------------
file(GLOB_RECURSE licensed RELATIVE "${ROOT}" "${ROOT}/tests/*.cpp" "${ROOT}/tests/*.h" "${ROOT}/tests/*.cmake"
  "${ROOT}/tests/*.sh" "${ROOT}/tests/*.py" "${ROOT}/packaging/*.sh" "${ROOT}/packaging/*.py" "${ROOT}/resources/*.py"
  "${ROOT}/app/*.sql")
foreach(file IN LISTS sources licensed)
  file(STRINGS "${ROOT}/${file}" lines LIMIT_COUNT 2)
  if(NOT "${lines}" MATCHES "^(#![^;]*;)?(//|#|--) SPDX-License-Identifier: GPL-3\\.0-or-later")
    set_property(GLOBAL APPEND PROPERTY problems "${file}:1: the first line is the licence: SPDX-License-Identifier: GPL-3.0-or-later")
  endif()
endforeach()

get_property(problems GLOBAL PROPERTY problems)
if(problems)
  list(JOIN problems "\n" text)
  message("${text}")
  message(FATAL_ERROR "Wrong arrows, doubled names or missing licence lines; see above")
endif()
message("${count} files: every arrow points the right way")
