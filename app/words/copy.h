// SPDX-License-Identifier: GPL-3.0-or-later
// What a newsroom can send about an incident, in four lengths. Says who did not answer whose checks, when and for how
// long; no pattern, no cause, and no seconds but in the table. Any thread.
#pragma once

#include "app/words/incident.h"
#include "app/words/wire_time.h"

namespace kpwatch::words {

enum class CopyLanguage { English, Korean };

struct CopyFrom {
    QString newsroom; // "the Daily"; empty: the text says "one computer"
    QString place;    // "Berlin"; empty: left out
    CopyStyle style = CopyStyle::Wire;
    CopyLanguage language = CopyLanguage::English;
};

struct Copy {
    QString alert;  // at most 80 characters
    QString brief;  // one or two sentences
    QString full;   // a paragraph, with as-of time, basis and what it cannot tell
    QString expert; // the table of expert_table.h
};

Copy copyOf(const IncidentTold& told, const CopyFrom& from);
CopyLanguage copyLanguage(); // that of the window

inline constexpr int alertLength = 80;

// Routes by both sides gone and the hosts silent: only then more may be said than that nobody answered.
bool leftTheTables(const Assessment& assessment);

} // namespace kpwatch::words
