// SPDX-License-Identifier: GPL-3.0-or-later
// The title of a page, without an HTML engine. Pure; any thread. Bytes come from whoever answered and may be anything.
#pragma once

#include <string>
#include <string_view>

namespace kpwatch {

// The content of the first <title> in the first 64 KB, as UTF-8, without space around it, at most 512 bytes and never
// cut within a character; empty if there is none. The character set is the first of: a byte order mark, the
// Content-Type header, a <meta> in the first 1024 bytes, UTF-8. What cannot be decoded becomes U+FFFD.
// Entities and control characters stay as they are: cleaning for display is done where it is displayed.
std::string htmlTitle(std::string_view body, std::string_view contentType);

} // namespace kpwatch
