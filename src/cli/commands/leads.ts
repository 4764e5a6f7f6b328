/** `leads`: pairs that share neighbours but no tie, as questions to research. */
import { printScope } from '../print-scope.js';
import { defineQuestion } from '../question-command.js';
import { counted, figure, grouped } from '../words.js';

export default defineQuestion({
  question: 'leads',
  examples: [
    'asterism leads --top 10',
    'asterism leads --entity Huawei --method resource-allocation',
    'asterism leads --between company,nation',
  ],
  print(answer, page) {
    page.line(
      `Pairs that share neighbours without a tie: ${grouped(answer.total)}; scored by ${answer.method}.`,
    );
    page.line(page.style.bold('These are questions to research, not findings.'));
    answer.leads.forEach(({ question, score, common, through }, i) => {
      page.line();
      page.line(question, { bullet: `${i + 1}. ` });
      page.line(
        page.style.dim(
          `score ${figure(score)}; ${counted(common, 'shared neighbour')}: ${through.map(({ name }) => name).join(', ')}`,
        ),
        { indent: 3 },
      );
    });
    printScope(page, answer);
  },
});
