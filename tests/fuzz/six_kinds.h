// SPDX-License-Identifier: GPL-3.0-or-later
// A watchlist with a target of each kind, so that rows without a header line are read as well: most of what is tried
// would break one.
#pragma once

#include "app/watchlist.h"

namespace kpwatch::fuzzing {

inline const Watchlist& sixKinds() {
    static const Watchlist list = parseWatchlist(
        R"({"version":1,"allow_private":true,"sites":[{"id":"k","label":"K","short":"K","host":"k.kp"}],"targets":[)"
        R"({"id":"h","label":"H","short":"H","site":"k","layer":"http","probe":{"kind":"http","url":"http://127.0.0.1/"}},)"
        R"({"id":"d","label":"D","short":"D","group":"name-servers","layer":"dns","probe":{"kind":"dns","server":"127.0.0.2","name":"kp","type":"SOA"}},)"
        R"({"id":"m","label":"M","short":"M","group":"mail","layer":"mail","probe":{"kind":"smtp","host":"127.0.0.3"}},)"
        R"({"id":"t","label":"T","short":"T","group":"routers","layer":"tcp","probe":{"kind":"tcp","host":"127.0.0.4","port":80}},)"
        R"({"id":"p","label":"P","short":"P","group":"routers","layer":"route","probe":{"kind":"ping","host":"127.0.0.5"}},)"
        R"({"id":"r","label":"R","short":"R","group":"routers","layer":"route","probe":{"kind":"trace","host":"127.0.0.6"}}],)"
        R"("controls":[{"id":"c","label":"C","probe":{"kind":"tcp","host":"127.0.0.7","port":80}}]})",
        "fallback", {});
    return list;
}

} // namespace kpwatch::fuzzing
