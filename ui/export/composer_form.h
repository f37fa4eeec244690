// SPDX-License-Identifier: GPL-3.0-or-later
// The right side of the composer: all that may be chosen about a chart. What the person wrote by hand stays, what was
// suggested follows the facts. GUI thread.
#pragma once

#include "ui/export/chart_source.h"
#include "ui/export/chart_style.h"
#include "ui/paint/colour_vision.h"

#include <QWidget>

class QAbstractButton;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace kpwatch {

class Selector;
class TextLabel;

class ComposerForm : public QWidget {
    Q_OBJECT
  public:
    ComposerForm(const ChartSource& source, const ChartStyle& style, QWidget* parent = nullptr);

    ChartKind kind() const;
    const ChartStyle& chartStyle() const { return m_style; }
    QString headline() const; // by hand; empty: as suggested
    QString standfirst() const;
    QString alt() const;
    Eye eye() const;
    void suggest(const QString& headline, const QString& standfirst, const QString& alt);
    void setLogo(const QString& file); // empty: none
    void focusHeadline() const;

  Q_SIGNALS:
    void changed();
    void logoWanted();

  private:
    struct Field {
        QPlainTextEdit* edit = nullptr;
        bool byHand = false; // the suggestion no longer replaces it
        QString said() const;
    };
    TextLabel* caption(const QString& text);
    void addChoice(Selector& choice, const QString& name); // its name beside it
    void makeKinds(const ChartSource& source);
    void makeSizes();
    void makeFormats();
    void makeShown(const ChartSource& source);
    void makeLooks();
    void makeSource();
    void makeField(Field& field, const QString& name, int lines);
    QLineEdit* makeLine(const QString& name, const QString& hint, QString ChartStyle::*member);
    QAbstractButton* makeSwitch(const QString& text, bool ChartStyle::*member);
    void chooseSize();

    ChartStyle m_style;
    QVBoxLayout* m_column;
    QGridLayout* m_choices;
    Selector* m_kinds = nullptr; // only where there is a choice
    Selector* m_sizes = nullptr;
    QLineEdit* m_custom = nullptr;
    Selector* m_eyes = nullptr;
    Field m_headline, m_standfirst, m_alt;
    TextLabel* m_refused = nullptr;
};

} // namespace kpwatch
