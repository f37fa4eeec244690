// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the channels in the window and in a terminal: their names, what leaves by them to whom, what is wrong
// with an entry, what became of a message. Any thread.
#pragma once

#include "app/tell/courier.h"

#include <QString>

namespace kpwatch {

QString channelName(ChannelKind kind); // "E-mail"
QString secretName(SecretKind kind);   // "its address", inside sentences
// What leaves, to whom, and who could read it on the way or there.
QString whatLeaves(ChannelKind kind);
// By which way out: "Messages leave straight from this computer."
QString wayOfMessages(const WayOut& way);

QString wrongEntry(WrongEntry wrong);          // one sentence that says what to do; empty: nothing is wrong
QString receiptClause(const Receipt& receipt); // "it turned the login away (535): look at …"
// How a channel does; empty before the first message.
QString channelState(const ChannelStatus& status);
// For the banner: who could not be told, in one sentence each; empty if there is no trouble.
QString channelTrouble(const ChannelStatus& status);
// "Slack is switched on, but its address is not known: …"; empty if nothing is missing.
QString secretsMissingSentence(const std::vector<SecretKind>& missing);

LetterItem trialMessage(); // says that it is none

} // namespace kpwatch
