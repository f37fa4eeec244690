// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an entry, in the language of the window. The readers of files say it in English, for a terminal
// and a log; a form says the same to whom it speaks. GUI thread.
#pragma once

#include "app/watchlist_draft.h"

#include <QString>

#include <string>

namespace kpwatch {

// Of a sentence of faultIn(), "interval_s: is not a whole number; write …", or of a file before that. One that is not
// known here stays as it is.
QString faultWords(const std::string& sentence);
// The same for who fills in a form: `named` is what the window calls the field or the entry (may be empty).
QString faultInForm(const DraftFault& fault, const QString& named);
// The same of a list, whose entries go by their labels.
QString faultInList(const DraftFault& fault, const WatchlistDraft& list);

} // namespace kpwatch
