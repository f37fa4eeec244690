// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"

namespace kpwatch::words {

namespace {

thread_local QString wantedCode;

} // namespace

InLanguage::InLanguage(const QString& code) : m_before(wantedCode) {
    if (!code.isEmpty())
        wantedCode = code;
}
InLanguage::~InLanguage() { wantedCode = m_before; }

const QString& InLanguage::wanted() { return wantedCode; }

} // namespace kpwatch::words
