// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent by a channel, as a value and as each of them wants it. Pure; any thread.
#pragma once

#include "app/tell/channels.h"

namespace kpwatch {

enum class LetterKind { First, FollowUp, Over, TakenBack, Trial };

struct LetterItem {
    LetterKind kind = LetterKind::First;
    std::string incident; // id, "our-own-line-…", "trial"; what follows up on it says the same
    Gravity gravity = Gravity::OneSite;
    UtcTime firstFailure;
    std::string sentence, more;
    bool operator==(const LetterItem&) const = default;
};

// Of several incidents that became due together there is one letter: the gravest first.
struct Letter {
    UtcTime asOf;
    std::vector<LetterItem> items; // at least one
};

std::string subjectOf(const Letter& letter); // one line
std::string textOf(const Letter& letter);    // what stands beneath it

// The documented shape (manual, "Files and formats").
std::string webhookBody(const Letter& letter);
// docs.ntfy.sh/publish, "publish as JSON". Follow-ups carry the sequence_id of the first, so that a server that knows
// it (2.16) changes the message in place.
std::string ntfyBody(const Letter& letter, const std::string& topic);
// docs.slack.dev, incoming webhooks: plain text only, so that nothing in it is a link or calls somebody.
std::string slackBody(const Letter& letter);
// RFC 5322 and RFC 2045; follow-ups belong to the thread of the first. No name, zone or address of this computer.
std::string mailText(const Letter& letter, const Channels& channels);

} // namespace kpwatch
