// SPDX-License-Identifier: GPL-3.0-or-later
// How what libcurl hands out is given back. Private to net/. Any thread.
#pragma once

#include <curl/curl.h>

namespace kpwatch {

struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

} // namespace kpwatch
