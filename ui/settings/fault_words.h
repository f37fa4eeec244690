// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an entry, in the language of the window. The readers of files say it in English, for a terminal
// and a log; a form says the same to whom it speaks. GUI thread.
#pragma once

#include <QString>

#include <string>

namespace kpwatch {

// Of a sentence of faultIn(), "interval_s: is not a whole number; write …", or of a file before that. One that is not
// known here stays as it is.
QString faultWords(const std::string& sentence);
// The same beside the field it is about, which need not be named by its key.
QString faultBeside(const std::string& sentence, const std::string& key);

} // namespace kpwatch
