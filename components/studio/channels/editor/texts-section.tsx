'use client';

import { Trash2 } from 'lucide-react';

import { AddLanguage } from '@/components/studio/channels/editor/add-language';
import { noTexts, textLabels } from '@/components/studio/channels/editor/channel-values';
import { nameLanguage } from '@/components/studio/channels/editor/language-names';
import type { ChannelForm } from '@/components/studio/channels/editor/use-channel-form';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import type { ChannelTexts } from '@/lib/modules/channel/channel.schema';

/** What the messenger says, in each of its languages. */
export function TextsSection({ form }: { form: ChannelForm }) {
  const { values, language, setLanguage, setSettings, errorAt } = form;
  const { texts, defaultLanguage } = values.settings;
  const own = texts[language] ?? noTexts;
  const isWrong = (tag: string) => form.issues.some(({ path }) => path[0] === 'settings' && path[1] === 'texts' && path[2] === tag);
  const write = (key: keyof ChannelTexts, text: string) => setSettings({ texts: { ...texts, [language]: { ...own, [key]: text } } });

  function remove() {
    const { [language]: _removed, ...rest } = texts;
    setSettings({ texts: rest });
    setLanguage(defaultLanguage);
  }

  return (
    <Section title="Texts" lead="Consumers get the first of their browser’s languages that is here, else the channel’s own. What is left empty has the messenger’s own words.">
      <Tabs value={language} onValueChange={setLanguage}>
        <div className="flex items-end gap-2">
          <TabsList aria-label="Languages" className="min-w-0 flex-1">
            {Object.keys(texts).map((tag) => (
              <TabsTrigger
                key={tag}
                value={tag}
                sign={
                  <>
                    {tag === defaultLanguage ? <Badge>own</Badge> : null}
                    {isWrong(tag) ? <Badge tone="bad">wrong</Badge> : null}
                  </>
                }
              >
                {nameLanguage(tag)}
              </TabsTrigger>
            ))}
          </TabsList>
          <AddLanguage
            taken={Object.keys(texts)}
            onAdd={(tag) => {
              setSettings({ texts: { ...texts, [tag]: noTexts } });
              setLanguage(tag);
            }}
          />
        </div>
        <TabsContent value={language} className="flex flex-col gap-4 pt-4">
          {textKeys.map((key) => (
            <Field key={key} label={textLabels[key]} hint={hints[key]} error={errorAt(`settings.texts.${language}.${key}`)}>
              {key === 'welcome' || key === 'privacyNotice' ? (
                <Textarea rows={2} dir="auto" lang={language} value={own[key]} onChange={(event) => write(key, event.target.value)} />
              ) : (
                <Input dir="auto" lang={language} value={own[key]} onChange={(event) => write(key, event.target.value)} />
              )}
            </Field>
          ))}
          {language === defaultLanguage ? null : (
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => setSettings({ defaultLanguage: language })}>
                Make {nameLanguage(language)} the channel’s own language
              </Button>
              <Button size="sm" variant="ghost" onClick={remove}>
                <Trash2 aria-hidden />
                Remove {nameLanguage(language)}
              </Button>
            </div>
          )}
        </TabsContent>
      </Tabs>
    </Section>
  );
}

const textKeys = Object.keys(textLabels) as (keyof ChannelTexts)[]; // The record has every key.

const hints: Record<keyof ChannelTexts, string | undefined> = {
  title: 'In the header. Empty: the bot’s name.',
  subtitle: 'Below the title: business hours, for example.',
  welcome: 'In a bubble beside the launcher, and over an empty conversation.',
  launcherLabel: 'Beside the icon of the launcher. Empty: the icon alone.',
  placeholder: undefined,
  privacyNotice: 'Must be accepted before the first message. Empty: nothing must.',
  webViewDone: 'A line in the conversation once a page has written back, such as “Card details confirmed”.',
};
