// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever listens on port 25 says first, whatever bytes it is and however it is cut.
#include "probes/wire/smtp_reply.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzzing::textOf(data, size);
    const SmtpReply whole = readSmtpReply(text);
    require(whole.text.size() <= 512);
    require(whole.state != SmtpReply::State::Whole || (whole.code >= 200 && whole.code < 600));
    require(size < longestSmtpReply || whole.state != SmtpReply::State::Unfinished);
    // Once it is decided, what follows changes nothing.
    const SmtpReply half = readSmtpReply(text.substr(0, size / 2));
    require(half.state == SmtpReply::State::Unfinished ||
            (half.state == whole.state && half.code == whole.code && half.text == whole.text));
    return 0;
}
