// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of public sources and secrets of channels in the secret service of the desktop (libsecret, KWallet), and
// nowhere else. Where there is none, they live until the program ends. Needs a QCoreApplication; waits a few seconds at
// most. Main thread.
#pragma once

#include "app/outside/sources.h"
#include "app/tell/channels.h"

#include <optional>

namespace kpwatch {

// Sources that know a token: RIPE Atlas and IODA are read without one.
inline constexpr const char* tokenSources[] = {"globalping", "cloudflare-radar"};

// Whether there is anybody to keep a secret: asked once.
bool keepsSecrets();
// Those that are kept, of the sources that are on.
Tokens keptTokens(const Sources& sources);
// Those that are kept of what these channels want; of those that are on, or of all.
Secrets keptSecrets(const Channels& channels, bool of_all = false);
bool keepSecret(SecretKind kind, const std::string& secret); // as keepToken()
// All of them, and all tokens. False: no keychain answered, and one may hold them still.
bool forgetSecrets();
// Empty: forgets it. False: there is nobody to keep it, and it has not been kept.
bool keepToken(const std::string& source, const std::string& token);

} // namespace kpwatch
