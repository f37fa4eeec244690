// SPDX-License-Identifier: GPL-3.0-or-later
// The fingerprint by which two answers are known to be the same. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace kpwatch {

// SHA-256 (FIPS 180-4) in lower-case hex; empty only if OpenSSL cannot.
std::string sha256(std::string_view bytes);

} // namespace kpwatch
