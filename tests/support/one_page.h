// SPDX-License-Identifier: GPL-3.0-or-later
// A list of one page and one control, both servers of the test's own, asked every second.
#pragma once

#include "app/simulation/http_server.h"
#include "app/watchlist.h"

namespace kpwatch {

inline Watchlist watchlistAt(const HttpServer& page, const HttpServer& control) {
    return parseWatchlist(R"({"version":1,"allow_private":true,"sites":[{"id":"s","label":"KCNA"}],)"
                          R"("targets":[{"id":"w","site":"s","probe":{"kind":"http","url":")" +
                              page.url() + R"("},"interval_s":1}],"controls":[{"id":"c","probe":{"kind":"tcp",)" +
                              R"("host":"127.0.0.1","port":)" + std::to_string(control.port()) +
                              R"(},"interval_s":1}]})",
                          "test", {});
}

} // namespace kpwatch
