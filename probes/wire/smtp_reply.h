// SPDX-License-Identifier: GPL-3.0-or-later
// A reply of a mail server (RFC 5321, 4.2): bytes to a value. Pure; any thread. Bytes come from whoever listens on the
// port and may be anything.
#pragma once

#include <string>
#include <string_view>

namespace kpwatch {

struct SmtpReply {
    // Unfinished: so far it may become a reply. NotSmtp: it cannot, or it is longer than any greeting.
    enum class State { Unfinished, Whole, NotSmtp };
    State state = State::Unfinished;
    int code = 0;     // of its last line that is whole: 220, 421, 554, ...
    std::string text; // of all its lines, joined by newlines, at most 512 bytes; as received
};

// What has been received so far, from its first byte on; what follows a whole reply is passed over. Lines end in CRLF,
// or in the LF alone that some servers send.
SmtpReply readSmtpReply(std::string_view received);

// Nothing longer is read. RFC 5321, 4.5.3.1.5 lets a reply line have 512 octets and knows no number of lines.
inline constexpr std::size_t longestSmtpReply = 16 * 1024;

} // namespace kpwatch
