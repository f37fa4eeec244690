// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translation.h"

#include "app/words/language.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>

namespace kpwatch {

namespace {

// Silent where English is wanted although the window speaks otherwise: the next in line answers, or nobody.
class Interpreter : public QTranslator {
  public:
    QString translate(const char* context, const char* source, const char* comment, int number) const override {
        return words::InEnglish::now() ? QString() : QTranslator::translate(context, source, comment, number);
    }
};

template <typename Translator>
std::unique_ptr<QTranslator> loaded(const QString& file) {
    auto translator = std::make_unique<Translator>();
    if (!translator->load(file) || translator->isEmpty())
        return nullptr;
    return translator;
}

} // namespace

bool speak(const QString& language) {
    initResources();
    // Live as long as the application whose words they are; asked in the order of their coming, newest first.
    static std::unique_ptr<QTranslator> english, other, dialogs;
    const auto inside = [](const QString& code) { return QStringLiteral(":/words/kpwatch_%1.qm").arg(code); };
    if (!english && (english = loaded<QTranslator>(inside(QStringLiteral("en")))))
        QCoreApplication::installTranslator(english.get());
    for (std::unique_ptr<QTranslator>* const before : {&other, &dialogs}) {
        if (*before)
            QCoreApplication::removeTranslator(before->get());
        before->reset();
    }
    if (language == QLatin1String("en"))
        return true;
    if ((dialogs = loaded<QTranslator>(QStringLiteral(":/words/qtbase_%1.qm").arg(language))))
        QCoreApplication::installTranslator(dialogs.get());
    if ((other = loaded<Interpreter>(language.endsWith(QLatin1String(".qm")) ? language : inside(language))))
        QCoreApplication::installTranslator(other.get());
    return other != nullptr;
}

} // namespace kpwatch
