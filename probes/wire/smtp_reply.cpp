// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/smtp_reply.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t longestText = 512;

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

// "220", then '-' if more lines follow, a space, or nothing. What is there of the line so far decides.
bool mayBeReplyLine(std::string_view line) {
    const std::size_t digits = std::min<std::size_t>(line.size(), 3);
    if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(digits), isDigit))
        return false;
    if (!line.empty() && (line[0] < '2' || line[0] > '5')) // RFC 5321, 4.2.1
        return false;
    return line.size() < 4 || line[3] == ' ' || line[3] == '-';
}

int codeOf(std::string_view line) { return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'); }

void addLine(std::string& text, std::string_view line) {
    if (!text.empty())
        text += '\n';
    text += line.substr(std::min<std::size_t>(line.size(), 4));
    text.resize(std::min(text.size(), longestText));
}

} // namespace

SmtpReply readSmtpReply(std::string_view received) {
    SmtpReply reply;
    std::string_view rest = received.substr(0, longestSmtpReply);
    for (;;) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const bool whole = end != std::string_view::npos;
        if (!mayBeReplyLine(line) || (whole && line.size() < 3)) {
            reply.state = SmtpReply::State::NotSmtp;
            return reply;
        }
        if (!whole)
            break;
        reply.code = codeOf(line);
        addLine(reply.text, line);
        if (line.size() == 3 || line[3] == ' ') {
            reply.state = SmtpReply::State::Whole;
            return reply;
        }
        rest.remove_prefix(end + 1);
    }
    if (received.size() >= longestSmtpReply)
        reply.state = SmtpReply::State::NotSmtp;
    return reply;
}

} // namespace kpwatch
