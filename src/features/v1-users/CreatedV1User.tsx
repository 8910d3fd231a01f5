import { useNavigate, useParams } from 'react-router-dom';
import { SecretReveal } from '@/components/SecretReveal';
import { paths } from '@/lib/paths';

export interface CreatedV1UserProps {
  id: string;
  name: string;
  /** Generated here: nobody knows it yet. */
  password: string;
}

/** The password is at hand for the last time. */
export function CreatedV1User({ id, name, password }: CreatedV1UserProps) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  return (
    <SecretReveal
      secret={password}
      word="password"
      name={name}
      variable="INFLUX_PASSWORD"
      variables={{ INFLUX_USERNAME: name }}
      isShownAgain={false}
      doneLabel="Go to the v1 user"
      onStored={() => void navigate(paths.v1User(server, id))}
    />
  );
}
