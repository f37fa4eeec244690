# SPDX-License-Identifier: GPL-3.0-or-later
# One page of the manual from Markdown to HTML: cmake -DCMARK=... -DIN=page.md -DOUT=page.html -P page.cmake
execute_process(COMMAND "${CMARK}" --unsafe -e table "${IN}" OUTPUT_VARIABLE body COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "href=\"([a-z.-]+)\\.md\"" "href=\"\\1.html\"" body "${body}")
# A page in Korean is called NAME.ko.md.
if(IN MATCHES "\\.ko\\.md$")
  set(language ko)
  set(all "<a href=\"index.ko.html\">전체 목록</a>")
else()
  set(language en)
  set(all "<a href=\"index.html\">All pages</a>")
endif()
string(REGEX MATCH "<h1>([^<]*)</h1>" heading "${body}")
file(WRITE "${OUT}" "<!DOCTYPE html>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<html lang=\"${language}\"><head><meta charset=\"utf-8\"><title>${CMAKE_MATCH_1}</title>
<meta name=\"viewport\" content=\"width=device-width\">
<style>
body { font-family: \"KPWatch Sans\", \"KPWatch Sans KR\", Inter, sans-serif; line-height: 1.5; max-width: 44em; margin: 2em auto; padding: 0 1em; }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; }
</style></head><body>
<p>${all}</p>
${body}</body></html>
")
