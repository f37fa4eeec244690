// SPDX-License-Identifier: GPL-3.0-or-later
// The translation context of every sentence in this folder: "words". Any thread.
#pragma once

#include <QCoreApplication>

namespace kpwatch::words {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace kpwatch::words
