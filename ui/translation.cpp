// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translation.h"

#include "app/words/language.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>
#include <utility>

namespace kpwatch {

namespace {

// Speaks where its language is wanted of this thread; where none is, if it is the window's.
class Interpreter : public QTranslator {
  public:
    explicit Interpreter(bool of_window) : m_ofWindow(of_window) {}
    QString translate(const char* context, const char* source, const char* comment, int number) const override {
        const QString& wanted = words::InLanguage::wanted();
        const bool speaks = wanted.isEmpty() ? m_ofWindow : wanted == code();
        return speaks ? QTranslator::translate(context, source, comment, number) : QString();
    }

  private:
    QString code() const { return QTranslator::translate("words", "en", nullptr, -1); } // words::languageCode()

    bool m_ofWindow;
};

std::unique_ptr<QTranslator> loaded(std::unique_ptr<QTranslator> translator, const QString& file) {
    if (!translator->load(file) || translator->isEmpty())
        return nullptr;
    return translator;
}

} // namespace

bool speak(const QString& language) {
    initResources();
    // Live as long as the application whose words they are; asked in the order of their coming, newest first.
    static std::unique_ptr<QTranslator> english, korean, other, dialogs;
    const auto inside = [](const QString& code) { return QStringLiteral(":/words/kpwatch_%1.qm").arg(code); };
    const QString en = QStringLiteral("en"), ko = QStringLiteral("ko");
    if (!english && (english = loaded(std::make_unique<QTranslator>(), inside(en))))
        QCoreApplication::installTranslator(english.get());
    if (!korean && (korean = loaded(std::make_unique<Interpreter>(false), inside(ko)))) // for who wants it
        QCoreApplication::installTranslator(korean.get());
    for (std::unique_ptr<QTranslator>* const before : {&other, &dialogs}) {
        if (*before)
            QCoreApplication::removeTranslator(before->get());
        before->reset();
    }
    if (language == en)
        return true;
    if ((dialogs = loaded(std::make_unique<QTranslator>(), QStringLiteral(":/words/qtbase_%1.qm").arg(language))))
        QCoreApplication::installTranslator(dialogs.get());
    if ((other = loaded(std::make_unique<Interpreter>(true),
                        language.endsWith(QLatin1String(".qm")) ? language : inside(language))))
        QCoreApplication::installTranslator(other.get());
    return other != nullptr;
}

} // namespace kpwatch
