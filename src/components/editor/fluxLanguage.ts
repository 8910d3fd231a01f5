import {
  delimitedIndent,
  foldInside,
  foldNodeProp,
  indentNodeProp,
  LanguageSupport,
  LRLanguage,
} from '@codemirror/language';
import { styleTags, tags } from '@lezer/highlight';
import { parser } from './flux.grammar';

const language = LRLanguage.define({
  name: 'flux',
  parser: parser.configure({
    props: [
      styleTags({
        Keyword: tags.keyword,
        ControlKeyword: tags.controlKeyword,
        LogicOperator: tags.logicOperator,
        Bool: tags.bool,
        'FunctionName/Identifier': tags.function(tags.variableName),
        'PropertyName/Identifier': tags.propertyName,
        'VariableName/Identifier': tags.variableName,
        Number: tags.number,
        Duration: tags.unit,
        DateTime: tags.literal,
        String: tags.string,
        Regex: tags.regexp,
        LineComment: tags.lineComment,
        PipeOp: tags.operatorKeyword,
        Arrow: tags.definitionOperator,
        Operator: tags.operator,
        Punct: tags.punctuation,
      }),
      foldNodeProp.add({ 'Parens Braces Brackets': foldInside }),
      indentNodeProp.add({
        Parens: delimitedIndent({ closing: ')' }),
        Braces: delimitedIndent({ closing: '}' }),
        Brackets: delimitedIndent({ closing: ']' }),
      }),
    ],
  }),
  languageData: {
    commentTokens: { line: '//' },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
  },
});

export const flux = () => new LanguageSupport(language);
