// SPDX-License-Identifier: GPL-3.0-or-later
// Korean particles, which follow the sound a word ends in. Any thread.
#pragma once

#include <QString>

namespace kpwatch::words {

// Topic 은/는, subject 이/가, object 을/를, company 과/와, direction 으로/로.
enum class Particle { Topic, Subject, Object, With, Towards };

// The word with its particle. Figures are heard as read (일, 이, 삼), capital letters by their names (엘, 엠), small
// ones by what they sound like at the end of a word; brackets and quotation marks are looked through.
QString with(const QString& word, Particle particle);

} // namespace kpwatch::words
