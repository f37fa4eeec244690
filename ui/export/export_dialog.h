// SPDX-License-Identifier: GPL-3.0-or-later
// The chart composer: what you see is drawn by the code that draws the file. Headline and standfirst can be edited; the
// legend, the gaps, both clocks and the source line cannot be switched off. GUI thread.
#pragma once

#include "ui/paint/chart.h"

#include <QDialog>

class QPlainTextEdit;

namespace kpwatch {

class Button;
class TextLabel;

// The chart at the size there is, in its own proportions.
class ChartPreview : public QWidget {
    Q_OBJECT
  public:
    ChartPreview(const Timeline& timeline, const ChartFacts& facts, QWidget* parent = nullptr);
    void setFacts(const ChartFacts& facts);
    void setDark(bool dark);
    QImage image() const; // the file, at full size
    QString description() const { return altText(m_timeline, m_facts); }
    QSize sizeHint() const override { return {830, 467}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& theme() const;
    Timeline m_timeline;
    ChartFacts m_facts;
    bool m_dark = false;
};

class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    ExportDialog(const Timeline& timeline, const Settings& settings, QWidget* parent = nullptr);

    // Writes the PNG; all of it or nothing. Says in the dialog how it went; false if it could not.
    bool save(const QString& file);
    QString suggestedFileName() const;

  private:
    QWidget* makeControls();
    QPlainTextEdit* makeField(const QString& name, const QString& text, int lines);
    Button* themeButton(const QString& text, bool dark);
    void follow(); // the fields to the preview
    void askWhere();
    void copyImage();

    ChartFacts m_facts;
    ChartPreview* m_preview;
    QPlainTextEdit* m_headline = nullptr;
    QPlainTextEdit* m_standfirst = nullptr;
    QPlainTextEdit* m_altText = nullptr;
    TextLabel* m_outcome = nullptr;
};

} // namespace kpwatch
